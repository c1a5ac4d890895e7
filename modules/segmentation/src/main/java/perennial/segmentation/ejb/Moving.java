package perennial.segmentation.ejb;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import perennial.kernel.CustomerId;
import perennial.kernel.CustomerSpan;
import perennial.kernel.Run;
import perennial.segmentation.SegmentMoves;

@Stateless
@Local(SegmentMoves.class)
public class Moving implements SegmentMoves {
    @Inject
    private Archive archive;

    @Override
    public Passages passages(Run run) {
        List<Passage> passages = archive.moves().passages(run);
        List<String> ids = passages.stream()
                .flatMap(passage -> Stream.concat(passage.from().stream(), Stream.of(passage.to())))
                .distinct()
                .toList();
        return new Passages(passages, archive.titles().of(ids));
    }

    @Override
    public List<Move> path(Run run, CustomerId customer) {
        return archive.moves().path(run, customer);
    }

    @Override
    public Map<CustomerId, String> before(Run run, CustomerSpan customers) {
        return archive.moves().before(run, customers);
    }
}
