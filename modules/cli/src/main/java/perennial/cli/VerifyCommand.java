package perennial.cli;

import perennial.cli.terminal.Failure;
import picocli.CommandLine.Command;

/** Stands in the usage only: the script {@code deploy/perennial} hands this one to {@code deploy/verify}. */
@Command(name = "verify")
final class VerifyCommand implements Runnable {
    @Override
    public void run() {
        throw Failure.of("verify.elsewhere");
    }
}
