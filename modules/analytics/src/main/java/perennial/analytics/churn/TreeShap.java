package perennial.analytics.churn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Exact Shapley values of shallow trees, with the tree's own rows as the background (Lundberg and others, Nature Machine
 * Intelligence 2, 2020, 56-67), from tables (the thought of Yang 2021, Fast TreeSHAP, arXiv:2109.09847): what a leaf gives
 * to the few columns on its way depends only on which of them lead a row there, so it is worked out once for each such
 * pattern, and explaining a row is looking up.
 */
final class TreeShap {
    /** Deeper trees have too many patterns: a leaf at depth d has up to 2^d of d numbers. */
    private static final int DEEPEST = 6;

    private static final Pattern NODE = Pattern.compile("\\s*(\\d+):(.*),cover=([^,]+).*");
    private static final Pattern SPLIT =
            Pattern.compile("\\[f(\\d+)<([^\\]]+)\\] yes=(\\d+),no=(\\d+),missing=(\\d+).*");

    private final List<Tree> trees;
    private final int columns;
    private final double[] start;

    private TreeShap(List<Tree> trees, int columns, double bias) {
        this.trees = trees;
        this.columns = columns;
        this.start = new double[columns + 1];
        start[columns] = bias;
    }

    /**
     * Reads trees as XGBoost tells them with their statistics.
     *
     * @param bias the mean score of the rows that the trees were grown on
     * @return empty where a tree is deeper than tables can be made for
     */
    static Optional<TreeShap> of(String[] told, int columns, double bias) {
        List<Tree> trees = new ArrayList<>();
        for (String tree : told) {
            Growth growth = Growth.of(tree);
            if (growth.depth(0) > DEEPEST) {
                return Optional.empty();
            }
            trees.add(growth.tree());
        }
        return Optional.of(new TreeShap(trees, columns, bias));
    }

    /** The part of each column in a row's score, and last the bias. */
    double[] contributions(double[] row) {
        double[] parts = Arrays.copyOf(start, columns + 1);
        for (Tree tree : trees) {
            tree.addTo(parts, row);
        }
        return parts;
    }

    /** A node as it is told: a leaf has a value, another node a column to split by. */
    private record Node(
            boolean isLeaf, double value, int column, float below, int yes, int no, int missing, double cover) {
        static Node of(String told, double cover) {
            if (told.startsWith("leaf=")) {
                return new Node(true, Double.parseDouble(told.substring(5)), -1, 0, -1, -1, -1, cover);
            }
            Matcher split = SPLIT.matcher(told);
            if (!split.matches()) {
                throw new IllegalStateException("a node of a tree can't be read: " + told);
            }
            return new Node(
                    false,
                    0,
                    Integer.parseInt(split.group(1)),
                    Float.parseFloat(split.group(2)),
                    Integer.parseInt(split.group(3)),
                    Integer.parseInt(split.group(4)),
                    Integer.parseInt(split.group(5)),
                    cover);
        }
    }

    /** A tree on the way from its text to its tables. */
    private static final class Growth {
        private final Map<Integer, Node> nodes = new HashMap<>();
        private final List<Node> splits = new ArrayList<>();
        private final List<Leaf> leaves = new ArrayList<>();

        static Growth of(String told) {
            Growth growth = new Growth();
            told.lines()
                    .map(NODE::matcher)
                    .filter(Matcher::matches)
                    .forEach(node -> growth.nodes.put(
                            Integer.valueOf(node.group(1)), Node.of(node.group(2), Double.parseDouble(node.group(3)))));
            return growth;
        }

        private Node node(int id) {
            return Optional.ofNullable(nodes.get(id))
                    .orElseThrow(() -> new IllegalStateException("a tree lacks its node " + id));
        }

        int depth(int id) {
            Node node = node(id);
            return node.isLeaf ? 0 : 1 + Math.max(depth(node.yes), depth(node.no));
        }

        Tree tree() {
            follow(0, new Way(List.of()));
            return new Tree(splits, leaves);
        }

        private void follow(int id, Way way) {
            Node node = node(id);
            if (node.isLeaf) {
                leaves.add(way.leadingTo(node.value));
                return;
            }
            long bit = 1L << splits.size();
            splits.add(node);
            follow(node.yes, way.then(node, bit, bit, node(node.yes).cover));
            follow(node.no, way.then(node, bit, 0, node(node.no).cover));
        }
    }

    /**
     * What one column asks on the way to a leaf.
     *
     * @param asked the splits by the column, as bits
     * @param wanted those of them that must say yes
     * @param share of the rows that go on where the column is not known
     */
    private record Condition(int column, long asked, long wanted, double share) {}

    private record Way(List<Condition> conditions) {
        Way then(Node split, long bit, long wanted, double cover) {
            double share = cover / split.cover;
            List<Condition> further = new ArrayList<>();
            boolean isNew = true;
            for (Condition one : conditions) {
                boolean isSame = one.column == split.column;
                isNew &= !isSame;
                further.add(
                        isSame
                                ? new Condition(one.column, one.asked | bit, one.wanted | wanted, one.share * share)
                                : one);
            }
            if (isNew) {
                further.add(new Condition(split.column, bit, wanted, share));
            }
            return new Way(further);
        }

        Leaf leadingTo(double value) {
            int size = conditions.size();
            int patterns = 1 << size;
            double[] table = new double[size * patterns];
            for (int i = 0; i < size; i++) {
                double[] arriving = arriving(i);
                for (int pattern = 0; pattern < patterns; pattern++) {
                    double known = (pattern >> i & 1) - conditions.get(i).share;
                    table[pattern * size + i] = value * known * sumOverParts(arriving, pattern & ~(1 << i));
                }
            }
            return new Leaf(conditions, table);
        }

        /**
         * By set of other columns that are known before this one and lead here: how likely that set is, times the share
         * of the rows that the unknown ones let through.
         */
        private double[] arriving(int i) {
            int size = conditions.size();
            double[] arriving = new double[1 << size];
            for (int known = 0; known < arriving.length; known++) {
                double share = weight(Integer.bitCount(known), size);
                for (int j = 0; j < size; j++) {
                    share *= j == i || (known >> j & 1) == 1 ? 1 : conditions.get(j).share;
                }
                arriving[known] = share;
            }
            return arriving;
        }

        /** Over all sets whose columns all lead here; of any other one nothing arrives, with this column or without. */
        private static double sumOverParts(double[] arriving, int pattern) {
            double sum = arriving[0];
            for (int known = pattern; known > 0; known = (known - 1) & pattern) {
                sum += arriving[known];
            }
            return sum;
        }

        /** How likely it is that just a set of so many comes before a column, when columns come in any order alike. */
        private static double weight(int before, int size) {
            double orders = size;
            for (int i = 0; i < before; i++) {
                orders *= (size - 1.0 - i) / (i + 1.0);
            }
            return 1 / orders;
        }
    }

    /** Columns, their conditions and, pattern after pattern, what the leaf gives to each column. */
    private static final class Leaf {
        private final int[] columns;
        private final long[] asked;
        private final long[] wanted;
        private final double[] table;

        Leaf(List<Condition> conditions, double[] table) {
            this.columns = conditions.stream().mapToInt(Condition::column).toArray();
            this.asked = conditions.stream().mapToLong(Condition::asked).toArray();
            this.wanted = conditions.stream().mapToLong(Condition::wanted).toArray();
            this.table = table;
        }

        void addTo(double[] parts, long answers) {
            int size = columns.length;
            int pattern = 0;
            for (int i = 0; i < size; i++) {
                pattern |= (answers & asked[i]) == wanted[i] ? 1 << i : 0;
            }
            for (int i = 0, at = pattern * size; i < size; i++) {
                parts[columns[i]] += table[at + i];
            }
        }
    }

    private record Tree(List<Node> splits, List<Leaf> leaves) {
        void addTo(double[] parts, double[] row) {
            long answers = 0;
            for (int i = 0; i < splits.size(); i++) {
                Node split = splits.get(i);
                float value = (float) row[split.column];
                boolean isYes = Float.isNaN(value) ? split.missing == split.yes : value < split.below;
                answers |= isYes ? 1L << i : 0;
            }
            for (Leaf leaf : leaves) {
                leaf.addTo(parts, answers);
            }
        }
    }
}
