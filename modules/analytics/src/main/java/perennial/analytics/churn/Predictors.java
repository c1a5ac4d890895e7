package perennial.analytics.churn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import perennial.analytics.btyd.MbgNbd;
import perennial.analytics.clustering.Distribution;
import perennial.analytics.features.Feature;
import perennial.analytics.features.Features;

/**
 * What a model looks at of a customer: features, and with them the probability that the customer is still alive by a
 * purchase model of the shop (MBG/NBD), which follows from three of the features. It is told with the silence.
 */
final class Predictors {
    /** The column of the probability of being alive. */
    static final String ALIVE = "probabilityAlive";

    private final List<Feature> features;
    private final double[] typical;
    private final Optional<MbgNbd> buying;
    private final List<Distribution> spreads;

    private Predictors(List<Feature> features, double[] typical, Optional<MbgNbd> buying, List<Distribution> spreads) {
        this.features = List.copyOf(features);
        this.typical = typical;
        this.buying = buying.filter(model -> PurchasePast.isKnownFrom(features));
        this.spreads = List.copyOf(spreads);
    }

    /** Of the features those that are not the same, or unknown, for everybody. */
    static Predictors of(List<Example> training, Optional<MbgNbd> buying) {
        Observations all = Observations.of(Factors.features(), training);
        List<Feature> features = new ArrayList<>();
        double[] medians = new double[Factors.features().size()];
        for (int j = 0; j < medians.length; j++) {
            double[] known = all.known(j);
            if (known.length > 0 && (known[0] < known[known.length - 1] || known.length < all.count())) {
                medians[features.size()] = Observations.median(known);
                features.add(Factors.features().get(j));
            }
        }
        double[] typical = Arrays.copyOf(medians, features.size());
        Predictors unspread = new Predictors(features, typical, buying, List.of());
        return new Predictors(features, typical, buying, unspread.spreads(unspread.observations(training)));
    }

    private List<Distribution> spreads(Observations data) {
        return data.count() == 0
                ? List.of()
                : IntStream.range(0, data.columns().size())
                        .mapToObj(column -> Distribution.of(column(data.rows(), column)))
                        .toList();
    }

    private static double[] column(double[][] rows, int column) {
        return Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
    }

    List<Feature> features() {
        return features;
    }

    double typical(int feature) {
        return typical[feature];
    }

    List<String> labels() {
        List<String> labels =
                new ArrayList<>(features.stream().map(Feature::label).toList());
        buying.ifPresent(model -> labels.add(ALIVE));
        return labels;
    }

    Observations observations(List<Example> examples) {
        List<Column> columns =
                new ArrayList<>(features.stream().map(Factors::column).toList());
        buying.ifPresent(model -> columns.add(new Column(ALIVE, false, Column.Direction.LOWERS)));
        return new Observations(
                columns, rows(examples.stream().map(Example::features).toList()), Observations.outcomes(examples));
    }

    double[][] rows(List<Features> customers) {
        return completed(Observations.rows(features, customers));
    }

    /** Rows of the features, with what follows from them. */
    double[][] completed(double[][] rows) {
        return buying.map(model -> {
                    PurchasePast past = new PurchasePast(features);
                    return Arrays.stream(rows)
                            .map(row -> {
                                double[] longer = Arrays.copyOf(row, features.size() + 1);
                                longer[features.size()] = past.probabilityAlive(model, row);
                                return longer;
                            })
                            .toArray(double[][]::new);
                })
                .orElse(rows);
    }

    /** The parts of columns as parts of features, the base last: the probability of being alive tells of the silence. */
    double[][] byFeature(double[][] parts) {
        if (buying.isEmpty()) {
            return parts;
        }
        int silence = features.indexOf(Feature.RECENCY);
        return Arrays.stream(parts)
                .map(row -> {
                    double[] merged = Arrays.copyOf(row, features.size() + 1);
                    merged[silence] += row[features.size()];
                    merged[features.size()] = row[features.size() + 1];
                    return merged;
                })
                .toArray(double[][]::new);
    }

    /** The population stability index of each column of later customers against those learned from. */
    Map<String, Double> drift(List<Features> customers) {
        Map<String, Double> drift = new TreeMap<>();
        double[][] rows = rows(customers);
        if (rows.length > 0) {
            for (int j = 0; j < spreads.size(); j++) {
                drift.put(labels().get(j), spreads.get(j).stabilityIndex(column(rows, j)));
            }
        }
        return drift;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(features.size());
        for (int j = 0; j < features.size(); j++) {
            out.writeUTF(features.get(j).label());
            out.writeDouble(typical[j]);
        }
        out.writeBoolean(buying.isPresent());
        if (buying.isPresent()) {
            write(buying.get().parameters(), out);
        }
        out.writeInt(spreads.size());
        for (Distribution spread : spreads) {
            write(doubles(spread.edges()), out);
            write(doubles(spread.shares()), out);
        }
    }

    static Predictors read(DataInput in) throws IOException {
        List<Feature> features = new ArrayList<>();
        double[] typical = new double[in.readInt()];
        for (int j = 0; j < typical.length; j++) {
            features.add(featureCalled(in.readUTF()));
            typical[j] = in.readDouble();
        }
        Optional<MbgNbd> buying = Optional.empty();
        if (in.readBoolean()) {
            double[] p = readDoubles(in);
            buying = Optional.of(new MbgNbd(p[0], p[1], p[2], p[3]));
        }
        List<Distribution> spreads = new ArrayList<>();
        for (int count = in.readInt(); count > 0; count--) {
            List<Double> edges = Arrays.stream(readDoubles(in)).boxed().toList();
            spreads.add(new Distribution(
                    edges, Arrays.stream(readDoubles(in)).boxed().toList()));
        }
        return new Predictors(features, typical, buying, spreads);
    }

    private static Feature featureCalled(String label) throws IOException {
        return Feature.labelled(label).orElseThrow(() -> new IOException("there is no feature " + label));
    }

    private static double[] doubles(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void write(double[] values, DataOutput out) throws IOException {
        out.writeInt(values.length);
        for (double value : values) {
            out.writeDouble(value);
        }
    }

    private static double[] readDoubles(DataInput in) throws IOException {
        double[] values = new double[in.readInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readDouble();
        }
        return values;
    }
}
