package perennial.console.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.FacesMessage.Severity;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import perennial.kernel.ConflictException;
import perennial.kernel.InvalidInputException;

/** What became of a person's action, told at the top of the page. */
@RequestScoped
public class Messages {
    @Inject
    private Language language;

    public void done(String text) {
        tell(FacesMessage.SEVERITY_INFO, text);
    }

    /** Does something; false, and told, if it was refused. Whatever else goes wrong is not a person's affair. */
    public boolean isDone(Runnable action) {
        try {
            action.run();
            return true;
        } catch (RuntimeException e) {
            String refusal = refusal(e).orElseThrow(() -> e);
            tell(FacesMessage.SEVERITY_ERROR, refusal);
            return false;
        }
    }

    /** In words, with what mends it; the container wraps what a bean throws. */
    private Optional<String> refusal(RuntimeException thrown) {
        Locale locale = language.getLocale();
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidInputException refused) {
                return Optional.of(sentence(refused.reason(locale), refused.fix(locale)));
            }
            if (cause instanceof ConflictException conflict) {
                return Optional.of(sentence(conflict.reason(locale), conflict.fix(locale)));
            }
        }
        return Optional.empty();
    }

    /** A reason and its fix as a sentence that begins with a capital. */
    public String sentence(String reason, String fix) {
        String begun = reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1);
        return language.isChinese() ? begun + "。" + fix + "。" : begun + ": " + fix + ".";
    }

    private static void tell(Severity severity, String text) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, text, text));
    }
}
