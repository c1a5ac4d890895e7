package perennial.metrics.jpa;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import perennial.analytics.metrics.Measure;
import perennial.analytics.metrics.Metric;
import perennial.analytics.metrics.Metric.Input;
import perennial.analytics.metrics.Metric.Known;
import perennial.analytics.metrics.Metric.Lack;
import perennial.analytics.metrics.Metric.NotKnown;
import perennial.analytics.metrics.Metric.Outcome;
import perennial.analytics.metrics.Quantity;
import perennial.kernel.Run;
import perennial.kernel.Window;
import perennial.metrics.Metrics.PeriodMetrics;

/** One row a metric, numbered through all periods, and one a value of its inputs. */
final class MetricRows {
    private static final String METRIC = "insert into metric (run_id, number, measure, period_from, period_to, "
            + "currency, figure, lack, lacking) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String INPUT =
            "insert into metric_input (run_id, number, place, term, quantity, figure) values (?, ?, ?, ?, ?, ?)";

    private MetricRows() {}

    static void write(Connection connection, Run run, List<PeriodMetrics> periods) throws SQLException {
        List<Metric> metrics =
                periods.stream().flatMap(period -> period.metrics().stream()).toList();
        try (PreparedStatement insert = connection.prepareStatement(METRIC);
                PreparedStatement inputs = connection.prepareStatement(INPUT)) {
            for (int number = 0; number < metrics.size(); number++) {
                insert.setLong(1, run.id());
                insert.setInt(2, number);
                set(insert, metrics.get(number));
                insert.addBatch();
                inputs.setLong(1, run.id());
                inputs.setInt(2, number);
                add(inputs, metrics.get(number).inputs());
            }
            insert.executeBatch();
            inputs.executeBatch();
        }
    }

    private static void set(PreparedStatement insert, Metric metric) throws SQLException {
        insert.setString(3, metric.measure().name());
        insert.setObject(4, metric.period().from().atOffset(ZoneOffset.UTC));
        insert.setObject(5, metric.period().to().atOffset(ZoneOffset.UTC));
        insert.setString(6, metric.currency().getCurrencyCode());
        if (metric.outcome() instanceof NotKnown unknown) {
            insert.setNull(7, Types.DOUBLE);
            insert.setString(8, unknown.lack().name());
            insert.setString(9, unknown.quantity().name());
        } else {
            insert.setDouble(7, metric.value().orElseThrow());
            insert.setNull(8, Types.VARCHAR);
            insert.setNull(9, Types.VARCHAR);
        }
    }

    /** An input that is not known is a row without a figure. */
    private static void add(PreparedStatement insert, List<Input> inputs) throws SQLException {
        for (int place = 0; place < inputs.size(); place++) {
            Input input = inputs.get(place);
            insert.setInt(3, place);
            insert.setString(5, input.quantity().name());
            if (input.values().isEmpty()) {
                insert.setInt(4, 0);
                insert.setNull(6, Types.DOUBLE);
                insert.addBatch();
            }
            for (int term = 0; term < input.values().size(); term++) {
                insert.setInt(4, term);
                insert.setDouble(6, input.values().get(term));
                insert.addBatch();
            }
        }
    }

    static List<PeriodMetrics> read(Connection connection, Run run) throws SQLException {
        Map<Integer, List<Input>> inputs = inputs(connection, run);
        Map<Window, List<Metric>> periods = new LinkedHashMap<>();
        try (PreparedStatement select =
                connection.prepareStatement("select * from metric where run_id = ? order by number")) {
            select.setLong(1, run.id());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Metric metric = metric(row, inputs.getOrDefault(row.getInt("number"), List.of()));
                    periods.computeIfAbsent(metric.period(), period -> new ArrayList<>())
                            .add(metric);
                }
            }
        }
        return periods.entrySet().stream()
                .map(period -> new PeriodMetrics(period.getKey(), period.getValue()))
                .toList();
    }

    private static Metric metric(ResultSet row, List<Input> inputs) throws SQLException {
        String lack = row.getString("lack");
        Outcome outcome = lack == null
                ? new Known(row.getDouble("figure"))
                : new NotKnown(Lack.valueOf(lack), Quantity.valueOf(row.getString("lacking")));
        return new Metric(
                Measure.valueOf(row.getString("measure")),
                new Window(
                        row.getObject("period_from", OffsetDateTime.class).toInstant(),
                        row.getObject("period_to", OffsetDateTime.class).toInstant()),
                Currency.getInstance(row.getString("currency")),
                inputs,
                outcome);
    }

    private static Map<Integer, List<Input>> inputs(Connection connection, Run run) throws SQLException {
        Map<Integer, Map<Integer, Input>> byMetric = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select * from metric_input where run_id = ? order by number, place, term")) {
            select.setLong(1, run.id());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    byMetric.computeIfAbsent(row.getInt("number"), number -> new TreeMap<>())
                            .merge(row.getInt("place"), input(row), MetricRows::joined);
                }
            }
        }
        Map<Integer, List<Input>> inputs = new TreeMap<>();
        byMetric.forEach((number, places) -> inputs.put(number, List.copyOf(places.values())));
        return inputs;
    }

    private static Input input(ResultSet row) throws SQLException {
        Quantity quantity = Quantity.valueOf(row.getString("quantity"));
        double figure = row.getDouble("figure");
        return new Input(quantity, row.wasNull() ? List.of() : List.of(figure));
    }

    private static Input joined(Input earlier, Input later) {
        List<Double> values = new ArrayList<>(earlier.values());
        values.addAll(later.values());
        return new Input(earlier.quantity(), values);
    }
}
