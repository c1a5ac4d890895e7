package perennial.cli.valuation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import perennial.analytics.btyd.Traits;
import perennial.cli.terminal.Failure;

/** The columns that tell of traits: a number per customer, which every row of a customer repeats. */
public final class TraitColumns {
    private static final int FIRST_ROOM = 1024;

    private final List<String> names;
    private final List<Integer> places;
    private final double[][] values;
    private int customers;

    private TraitColumns(List<String> names, List<Integer> places) {
        this.names = names;
        this.places = places;
        this.values = new double[names.size()][FIRST_ROOM];
    }

    /** @param header the names of all columns */
    static TraitColumns of(List<String> names, Rows.Row header) {
        Map<String, Integer> known = new HashMap<>();
        for (int i = 0; i < header.fields().size(); i++) {
            known.putIfAbsent(header.fields().get(i).strip(), i);
        }
        List<Integer> places = new ArrayList<>();
        for (String name : names) {
            if (!known.containsKey(name)) {
                throw Failure.misused("file.no-trait", header.line(), name, String.join(", ", header.fields()));
            }
            places.add(known.get(name));
        }
        return new TraitColumns(List.copyOf(names), places);
    }

    void put(int customer, Rows.Row row) {
        boolean isNew = customer == customers;
        for (int i = 0; i < values.length; i++) {
            String name = names.get(i);
            double value = Fields.number(Fields.text(row.fields(), places.get(i), row.line(), name), row.line(), name);
            if (isNew && customer == values[i].length) {
                values[i] = Arrays.copyOf(values[i], Math.multiplyExact(2, customer));
            }
            if (isNew) {
                values[i][customer] = value;
            } else if (values[i][customer] != value) {
                throw Failure.misused("file.trait-changes", row.line(), name, values[i][customer], value);
            }
        }
        customers += isNew ? 1 : 0;
    }

    public List<String> names() {
        return names;
    }

    public boolean isEmpty() {
        return names.isEmpty();
    }

    /** Those of one customer, in the order of their names. */
    double[] of(int customer) {
        return Arrays.stream(values).mapToDouble(column -> column[customer]).toArray();
    }

    Traits traits() {
        return Traits.of(
                names,
                Arrays.stream(values)
                        .map(column -> Arrays.copyOf(column, customers))
                        .toArray(double[][]::new));
    }
}
