package perennial.console.customers;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import perennial.analytics.lifecycle.Stage;
import perennial.console.shell.Format;
import perennial.overview.Overview;
import perennial.segmentation.Segments;

/** What lists of customers can be filtered by. */
@Named
@RequestScoped
public class CustomerFilters {
    @Inject
    private Overview overview;

    @Inject
    private Segments segments;

    @Inject
    private Format format;

    public record Choice(String label, String title) {}

    public List<Choice> getStages() {
        return Arrays.stream(Stage.values())
                .map(stage -> new Choice(stage.label(), stage.title(format.locale())))
                .toList();
    }

    public List<Choice> getSegments() {
        return overview.inForce()
                .map(run -> segments.segmentation(run).segments().stream()
                        .map(segment -> new Choice(segment.id(), format.of(segment.name())))
                        .toList())
                .orElse(List.of());
    }
}
