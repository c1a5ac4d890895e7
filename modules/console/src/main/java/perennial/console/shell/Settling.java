package perennial.console.shell;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import perennial.kernel.UnavailableException;
import perennial.storage.Commits;
import perennial.storage.Disk;

/**
 * Nothing is done that may find no room on the disk, but for letting somebody in; and no page tells that something was
 * done before it would survive the end of the server.
 */
public class Settling implements PhaseListener {
    private static final long serialVersionUID = 1;
    private static final String LOGIN = "/login.xhtml";

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.INVOKE_APPLICATION;
    }

    @Override
    public void beforePhase(PhaseEvent event) {
        FacesContext faces = event.getFacesContext();
        if (faces.isPostback() && !faces.getViewRoot().getViewId().equals(LOGIN)) {
            try (Instance.Handle<Disk> disk = CDI.current().select(Disk.class).getHandle()) {
                disk.get().requireRoom();
            } catch (UnavailableException full) {
                faces.renderResponse(); // else the phase goes on
                throw full;
            }
        }
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        if (event.getFacesContext().isPostback()) {
            CDI.current().select(Commits.class).get().settle();
        }
    }
}
