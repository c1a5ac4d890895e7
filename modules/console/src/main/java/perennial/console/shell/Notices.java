package perennial.console.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import perennial.access.LastAdministratorException;
import perennial.access.NameTakenException;
import perennial.access.UnfitPasswordException;
import perennial.analytics.language.Phrases;
import perennial.kernel.ConflictException;
import perennial.kernel.InvalidInputException;
import perennial.kernel.UnavailableException;
import perennial.kernel.UnknownException;

/** What a page tells about what was just done, in the language of the page. */
@RequestScoped
public class Notices {
    private static final Phrases PHRASES = Phrases.beside(Notices.class, "phrases");

    @Inject
    private Language language;

    @Inject
    private FacesContext faces;

    /** @param page beside which the phrase of that key stands, in {@code phrases} */
    public void done(Class<?> page, String key, Object... arguments) {
        say(FacesMessage.SEVERITY_INFO, Phrases.beside(page, "phrases"), key, arguments);
    }

    public void failed(Class<?> page, String key, Object... arguments) {
        say(FacesMessage.SEVERITY_ERROR, Phrases.beside(page, "phrases"), key, arguments);
    }

    /** Does it, and tells why if it was refused; what is no refusal is thrown on. False if it was refused. */
    public boolean trying(Runnable deed) {
        try {
            deed.run();
            return true;
        } catch (RuntimeException e) {
            refused(e);
            return false;
        }
    }

    private void refused(RuntimeException failure) {
        RuntimeException cause = Failures.unwrapped(failure);
        if (cause instanceof UnfitPasswordException unfit) {
            refuse("refused.password." + unfit.flaw());
        } else if (cause instanceof NameTakenException) {
            refuse("refused.name-taken");
        } else if (cause instanceof LastAdministratorException) {
            refuse("refused.last-administrator");
        } else if (cause instanceof UnknownException) {
            refuse("refused.unknown");
        } else if (cause instanceof InvalidInputException invalid
                && invalid.field().equals("name")) {
            refuse("refused.name");
        } else if (cause instanceof InvalidInputException invalid) {
            tell(sentence(invalid.reason(language.getLocale()), invalid.fix(language.getLocale())));
        } else if (cause instanceof ConflictException conflict) {
            tell(sentence(conflict.reason(language.getLocale()), conflict.fix(language.getLocale())));
        } else if (cause instanceof UnavailableException outage) {
            tell(sentence(outage.reason(language.getLocale()), outage.fix(language.getLocale())));
        } else {
            throw failure;
        }
    }

    private void refuse(String key, Object... arguments) {
        say(FacesMessage.SEVERITY_ERROR, PHRASES, key, arguments);
    }

    private void tell(String text) {
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
    }

    /** A reason and what mends it, as a sentence that begins with a capital. */
    public String sentence(String reason, String fix) {
        String begun = reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1);
        return language.isChinese() ? begun + "。" + fix + "。" : begun + ": " + fix + ".";
    }

    private void say(FacesMessage.Severity severity, Phrases phrases, String key, Object... arguments) {
        String text = phrases.format(language.getLocale(), key, arguments);
        faces.addMessage(null, new FacesMessage(severity, text, null));
    }

    /** Shows a page by an address of its own, with what was told so far. */
    public void goTo(String path) {
        ExternalContext external = faces.getExternalContext();
        external.getFlash().setKeepMessages(true);
        try {
            external.redirect(external.getRequestContextPath() + path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
