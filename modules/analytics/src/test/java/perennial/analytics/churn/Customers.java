package perennial.analytics.churn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Tables of made-up customers, drawn from a seed. */
final class Customers {
    private Customers() {}

    /**
     * Customers who leave the more likely the longer they are silent and on the basic plan, in a table as people keep
     * them: an id, a category, money with its unit, blanks, a constant column.
     *
     * @param strength how much the columns say; 0 for nothing
     */
    static Table messy(int count, double strength, long seed) {
        Random chance = new Random(seed);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int silence = chance.nextInt(100);
            boolean isBasic = chance.nextBoolean();
            double logOdds = strength * (0.05 * (silence - 50) + (isBasic ? 1 : -1));
            boolean left = chance.nextDouble() < 1 / (1 + Math.exp(-logOdds));
            rows.add(Arrays.asList(
                    Integer.toString(1000 + i),
                    chance.nextInt(20) == 0 ? " " : Integer.toString(silence),
                    isBasic ? "Basic " : "premium",
                    "\"$1,%03d.50\"".formatted(chance.nextInt(1000)),
                    "2024-%02d-%02d".formatted(1 + chance.nextInt(12), 1 + chance.nextInt(28)),
                    "EU",
                    left ? "churned" : "active"));
        }
        return Table.under(
                List.of("Customer ID", "days silent", "plan", "last bill", "joined", "region", "user status"), rows);
    }

    /** The same table with a further column. */
    static Table with(Table table, String name, Cell cell) {
        List<String> columns = new ArrayList<>(table.columns());
        columns.add(name);
        List<List<String>> rows = new ArrayList<>();
        for (List<String> row : table.rows()) {
            List<String> more = new ArrayList<>(row);
            more.add(cell.of(rows.size(), row.get(row.size() - 1).equals("churned")));
            rows.add(more);
        }
        return Table.under(columns, rows);
    }

    interface Cell {
        String of(int row, boolean left);
    }
}
