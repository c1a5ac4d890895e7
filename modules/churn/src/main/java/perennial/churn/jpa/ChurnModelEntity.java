package perennial.churn.jpa;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import perennial.churn.ChurnScores.ChurnEvidence;
import perennial.churn.ChurnScores.State;
import perennial.kernel.Run;
import perennial.kernel.Words;

@Entity
@Table(name = "churn_model")
@SuppressWarnings("UnusedVariable") // queries read the fields
class ChurnModelEntity {
    @Id
    @Column(name = "run_id")
    private long runId;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "reason_en")
    private String reasonEn;

    @Column(name = "reason_zh")
    private String reasonZh;

    private @Nullable String model;

    @Column(name = "version_id")
    private @Nullable Long version;

    @Column(name = "trained_at")
    private @Nullable OffsetDateTime trainedAt;

    @Column(name = "horizon_days")
    private double horizonDays;

    @Column(name = "judged_at")
    private @Nullable OffsetDateTime judgedAt;

    @Column(name = "training_rows")
    private long trainingRows;

    @Column(name = "judged_rows")
    private long judgedRows;

    @Column(name = "churn_rate")
    private double churnRate;

    @ElementCollection
    @CollectionTable(name = "churn_measure", joinColumns = @JoinColumn(name = "run_id"))
    private List<MeasureRow> measures = new ArrayList<>();

    protected ChurnModelEntity() {}

    ChurnModelEntity(Run run, ChurnEvidence evidence) {
        runId = run.id();
        state = evidence.state();
        reasonEn = evidence.reason().english();
        reasonZh = evidence.reason().chinese();
        model = evidence.model().orElse(null);
        version = evidence.version().orElse(null);
        trainedAt = evidence.trained().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null);
        horizonDays = evidence.horizonDays();
        judgedAt = evidence.judged().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null);
        trainingRows = evidence.trainingRows();
        judgedRows = evidence.judgedRows();
        churnRate = evidence.churnRate();
        evidence.measures()
                .forEach((name, all) ->
                        all.forEach((measure, amount) -> measures.add(new MeasureRow(name, measure, amount))));
    }

    ChurnEvidence toModel() {
        Map<String, Map<String, Double>> byModel = new TreeMap<>();
        measures.forEach(row ->
                byModel.computeIfAbsent(row.model, name -> new TreeMap<>()).put(row.measure, row.amount));
        return new ChurnEvidence(
                state,
                new Words(reasonEn, reasonZh),
                Optional.ofNullable(model),
                Optional.ofNullable(version),
                Optional.ofNullable(trainedAt).map(OffsetDateTime::toInstant),
                horizonDays,
                Optional.ofNullable(judgedAt).map(OffsetDateTime::toInstant),
                trainingRows,
                judgedRows,
                churnRate,
                byModel);
    }

    @Embeddable
    static class MeasureRow {
        private String model;
        private String measure;
        private double amount;

        protected MeasureRow() {}

        MeasureRow(String model, String measure, double amount) {
            this.model = model;
            this.measure = measure;
            this.amount = amount;
        }
    }
}
