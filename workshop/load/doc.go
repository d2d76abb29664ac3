// Package load plays a hall of phones and a host against servers of rooms, as
// tests and measurements need them: phones that join, vote when they are asked,
// lose their connection and come again; and servers in processes of their own,
// that can be killed.
package load
