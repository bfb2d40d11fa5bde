// Command gongkai makes a site from the tables of purchased public services.
// internal/cli holds the commands.
package main

import (
	"os"

	"gongkai/internal/cli"
)

func main() {
	os.Exit(cli.Main(os.Args[1:], cli.Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Env: os.Getenv}))
}
