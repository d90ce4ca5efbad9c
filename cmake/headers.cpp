// A library needs one file: its work is the headers that Headers.cmake has compiled with it.
