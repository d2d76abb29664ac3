#!/bin/sh
# Sees to what the browser tests need: Chromium, and Node with npm (for
# axe-core); and a C compiler for the race detector. What is missing is
# installed with apt-get where that may be done; else this says what to install
# and fails. Nothing is skipped silently.
set -eu

has() { command -v "$1" >/dev/null 2>&1; }

chromium() {
  [ -n "${CHROMIUM:-}" ] && { has "$CHROMIUM"; return; }
  has chromium || has chromium-browser || has google-chrome || has google-chrome-stable ||
    [ -x "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" ]
}

missing=
chromium || missing="$missing chromium"
has node || missing="$missing nodejs"
has npm || missing="$missing npm"
has "${CC:-gcc}" || has cc || missing="$missing gcc libc6-dev"
[ -n "$missing" ] || exit 0

say() {
  echo "The tests need what this machine has not:$missing" >&2
  echo "  $1" >&2
  exit 1
}

has apt-get || say "Install Chromium (or set CHROMIUM to its path), Node 20 or newer with npm, and a C compiler; then make test again."
as=
if [ "$(id -u)" != 0 ]; then
  has sudo && sudo -n true 2>/dev/null || say "Run: sudo apt-get install$missing   then make test again."
  as="sudo -n"
fi
echo "Installing$missing"
export DEBIAN_FRONTEND=noninteractive
$as apt-get update -qq
# shellcheck disable=SC2086 # the names are words on purpose
$as apt-get install -y -qq --no-install-recommends $missing || say "apt-get could not install them; see above."
chromium && has node && has npm || say "apt-get installed them, yet they are not found on the PATH."
