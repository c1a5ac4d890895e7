package perennial.activity.ejb;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import perennial.activity.Imports;
import perennial.activity.UnknownImportException;
import perennial.activity.ejb.Reception.Arrival;
import perennial.activity.jpa.ImportRows;
import perennial.kernel.Act;

@Stateless
@Local(Imports.class)
public class FileImporting implements Imports {
    @Inject
    private ImportRows rows;

    @Inject
    private Mappings mappings;

    @Inject
    private Reception reception;

    @Inject
    private RejectedLines rejected;

    @Inject
    private Event<Act> acts;

    @Override
    public long start(String mapping, String fileName, InputStream content, String actor) {
        return reception.receive(new Arrival(fileName, mapping, mappings.yaml(mapping)), content, actor);
    }

    @Override
    public Report report(long id) {
        return rows.find(id).orElseThrow(() -> new UnknownImportException(id));
    }

    @Override
    public List<Report> latest(int limit) {
        return rows.latest(limit);
    }

    @Override
    public Totals totals() {
        return rows.totals();
    }

    @Override
    public void writeRejected(long id, OutputStream to) {
        report(id);
        rejected.write(id, to);
    }

    @Override
    public void putMapping(String name, String yaml, String actor) {
        mappings.put(name, yaml);
        acts.fire(new Act(actor, "mapping.put", name));
    }

    @Override
    public Map<String, String> mappings() {
        return mappings.kinds();
    }
}
