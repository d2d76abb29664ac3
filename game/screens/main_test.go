package screens_test

import (
	"os"
	"testing"

	"earned/internal/race"
)

func TestMain(m *testing.M) {
	race.FewerChecks()
	os.Exit(m.Run())
}
