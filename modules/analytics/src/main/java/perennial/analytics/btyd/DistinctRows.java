package perennial.analytics.btyd;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The distinct rows of some columns: where each was seen first, and the weight of all that equal it. Rows are dealt into
 * parts by their hash, each with a table that fits a processor's cache, and the parts are worked on side by side; the
 * order of the result depends on the rows alone.
 *
 * @param first the place of each distinct row's first appearance
 * @param weight how much all rows equal to it weigh together
 * @param place of every row: which of the distinct ones it equals
 */
@SuppressWarnings("ArrayRecordComponent") // made once, read once, never compared
record DistinctRows(int[] first, double[] weight, int[] place) {
    private static final int ROWS_PER_PART = 1 << 16;
    private static final int MOST_PARTS = 64;

    static DistinctRows of(double[] weight, double[]... columns) {
        int[] hash = new int[weight.length];
        int[] place = new int[weight.length];
        int parts = Math.min(MOST_PARTS, 1 + weight.length / ROWS_PER_PART);
        IntStream.range(0, parts).parallel().forEach(part -> {
            for (int i = share(part, parts, hash.length); i < share(part + 1, parts, hash.length); i++) {
                hash[i] = hash(i, columns);
            }
        });
        List<DistinctRows> found = IntStream.range(0, parts)
                .parallel()
                .mapToObj(part -> ofPart(part, parts, hash, place, weight, columns))
                .toList();
        int[] before = new int[parts + 1];
        for (int part = 0; part < parts; part++) {
            before[part + 1] = before[part] + found.get(part).first.length;
        }
        for (int i = 0; i < place.length; i++) {
            place[i] += before[part(hash[i], parts)];
        }
        return new DistinctRows(
                found.stream().flatMapToInt(part -> Arrays.stream(part.first)).toArray(),
                found.stream()
                        .flatMapToDouble(part -> Arrays.stream(part.weight))
                        .toArray(),
                place);
    }

    private static int part(int hash, int parts) {
        return (int) (((hash & 0xFFFF_FFFFL) * parts) >>> 32);
    }

    private static int share(int part, int parts, int rows) {
        return (int) ((long) rows * part / parts);
    }

    private static int hash(int row, double[][] columns) {
        long mixed = 0;
        for (double[] column : columns) {
            mixed = (mixed ^ Double.doubleToRawLongBits(column[row])) * 0x9E3779B97F4A7C15L;
            mixed ^= mixed >>> 32;
        }
        return (int) ((mixed * 0x9E3779B97F4A7C15L) >>> 32);
    }

    private static DistinctRows ofPart(
            int part, int parts, int[] hash, int[] place, double[] weight, double[][] columns) {
        int[] first = new int[Math.max(16, hash.length / parts / 4)];
        double[] merged = new double[first.length];
        int[] table = new int[4 * Integer.highestOneBit(first.length)];
        int size = 0;
        for (int i = 0; i < hash.length; i++) {
            if (part(hash[i], parts) != part) {
                continue;
            }
            if (size == first.length) {
                first = Arrays.copyOf(first, 2 * size);
                merged = Arrays.copyOf(merged, 2 * size);
            }
            if (2 * size >= table.length) {
                table = enlarged(table, first, size, hash);
            }
            int at = slot(table, first, i, hash, columns);
            if (table[at] == 0) {
                first[size] = i;
                table[at] = ++size;
            }
            place[i] = table[at] - 1;
            merged[place[i]] += weight[i];
        }
        return new DistinctRows(Arrays.copyOf(first, size), Arrays.copyOf(merged, size), place);
    }

    /** Where in the table the row is, or would be; a slot holds one more than the place in the list of first rows. */
    private static int slot(int[] table, int[] first, int row, int[] hash, double[][] columns) {
        int at = hash[row] & (table.length - 1);
        while (table[at] != 0 && !areEqual(first[table[at] - 1], row, columns)) {
            at = (at + 1) & (table.length - 1);
        }
        return at;
    }

    private static boolean areEqual(int left, int right, double[][] columns) {
        for (double[] column : columns) {
            if (column[left] != column[right]) {
                return false;
            }
        }
        return true;
    }

    private static int[] enlarged(int[] table, int[] first, int size, int[] hash) {
        int[] larger = new int[2 * table.length];
        for (int k = 0; k < size; k++) {
            int at = hash[first[k]] & (larger.length - 1);
            while (larger[at] != 0) {
                at = (at + 1) & (larger.length - 1);
            }
            larger[at] = k + 1;
        }
        return larger;
    }

    double[] of(double[] column) {
        double[] picked = new double[first.length];
        for (int k = 0; k < picked.length; k++) {
            picked[k] = column[first[k]];
        }
        return picked;
    }
}
