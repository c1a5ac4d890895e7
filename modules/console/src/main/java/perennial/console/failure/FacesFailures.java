package perennial.console.failure;

import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import java.io.IOException;
import java.util.Iterator;
import perennial.console.login.Visitor.ForbiddenException;
import perennial.storage.Outage;

/**
 * What happens when a page fails, also one that was asked for by a script: a page that waited too long is shown anew,
 * and anything else leads to {@link FailurePage}.
 */
public class FacesFailures extends ExceptionHandlerFactory {
    public FacesFailures(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new Handler(getWrapped().getExceptionHandler());
    }

    private static final class Handler extends ExceptionHandlerWrapper {
        Handler(ExceptionHandler wrapped) {
            super(wrapped);
        }

        @Override
        public void handle() {
            Iterator<ExceptionQueuedEvent> events =
                    getUnhandledExceptionQueuedEvents().iterator();
            if (events.hasNext()) {
                Throwable failure = events.next().getContext().getException();
                events.remove();
                FacesContext faces = FacesContext.getCurrentInstance();
                if (!faces.getResponseComplete()) {
                    lead(faces, failure);
                }
            }
            super.handle();
        }

        private static void lead(FacesContext faces, Throwable failure) {
            ExternalContext external = faces.getExternalContext();
            try {
                if (Incidents.causes(failure).anyMatch(ViewExpiredException.class::isInstance)) {
                    String path = external.getRequestServletPath().replaceFirst("\\.xhtml$", "");
                    external.redirect(external.getRequestContextPath() + (path.equals("/index") ? "/" : path));
                } else if (Incidents.causes(failure).anyMatch(ForbiddenException.class::isInstance)
                        && !faces.getPartialViewContext().isAjaxRequest()) {
                    external.responseSendError(403, null);
                } else if (Outage.isBehind(failure)
                        && faces.getPartialViewContext().isAjaxRequest()) {
                    external.redirect(external.getRequestContextPath() + "/failure?" + FailurePage.OUTAGE);
                } else if (faces.getPartialViewContext().isAjaxRequest()) {
                    external.redirect(external.getRequestContextPath() + "/failure?incident=" + Incidents.log(failure));
                } else {
                    throw new FacesException(failure);
                }
            } catch (IOException e) {
                throw new FacesException(e);
            }
            faces.responseComplete();
        }
    }
}
