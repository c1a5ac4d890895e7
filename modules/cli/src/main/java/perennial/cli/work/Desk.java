package perennial.cli.work;

import perennial.cli.server.RemoteServer;
import perennial.cli.terminal.Terminal;

/** Where long work on a server is followed: whom to ask, where to show it, and how often. */
public record Desk(RemoteServer server, Terminal terminal, Pace pace) {}
