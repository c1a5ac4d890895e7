package perennial.churn.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import perennial.churn.ChurnModels.State;
import perennial.churn.ChurnModels.Version;
import perennial.churn.UnknownChurnVersionException;
import perennial.kernel.ConflictException;
import perennial.kernel.Words;

/**
 * The versions as they stand.
 *
 * @param trained the newest first
 * @param decisions the latest first
 * @param scoring the version that gave the run in force its scores
 * @param kept the versions that can still be read
 */
public record Told(List<Trained> trained, List<Decided> decisions, Optional<Long> scoring, Set<Long> kept) {
    public List<Version> versions() {
        return trained.stream().map(this::version).toList();
    }

    private Version version(Trained of) {
        long id = of.run().id();
        return new Version(
                id,
                of.run().asOf(),
                of.card(),
                state(id),
                kept.contains(id),
                decisions.stream()
                        .filter(decision -> decision.version() == id)
                        .map(Decided::deed)
                        .findFirst());
    }

    private State state(long version) {
        if (decisions.stream().noneMatch(decision -> decision.version() == version)) {
            return State.BEATEN;
        }
        if (decisions.get(0).version() != version) {
            return State.EARLIER;
        }
        return scoring.filter(id -> id == version).isPresent() ? State.IN_FORCE : State.NEXT;
    }

    /** Refuses a version that can't be put back. */
    public void checkPutBack(long version) {
        Version wanted = versions().stream()
                .filter(each -> each.run() == version)
                .findFirst()
                .orElseThrow(() -> new UnknownChurnVersionException(version));
        if (!wanted.canBePutBack()) {
            throw new ConflictException(
                    switch (wanted.state()) {
                        case IN_FORCE, NEXT -> new Words("it gives the next scores already", "下次评分已使用它");
                        case BEATEN -> new Words("it never was in force", "它从未生效");
                        case EARLIER -> new Words("it is no longer kept", "它已不再保存");
                    },
                    new Words("choose an earlier one that is kept", "请选择仍保存的较早模型"));
        }
    }
}
