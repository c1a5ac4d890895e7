package perennial.crmapi.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import perennial.storage.Disk;

/** What is sent in can be kept. */
@Readiness
@ApplicationScoped
public class Room implements HealthCheck {
    @Inject
    private Disk disk;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("disk").status(disk.hasRoom()).build();
    }
}
