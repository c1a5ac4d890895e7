package perennial.analytics.valuation;

import java.util.ArrayList;
import java.util.List;
import perennial.analytics.btyd.PurchaseModel;
import perennial.analytics.valuation.Judgement.Week;

/** The repeat purchases of all customers together over time, beside those that a model expects. */
final class Course {
    private static final int MOST_POINTS = 160;
    private static final int PARTS = 7;

    private Course() {}

    /**
     * Follows the customers known at some time.
     *
     * @param until how far
     * @param week the least distance of two points
     */
    static List<Week> of(PurchaseLog log, KnownPasts known, PurchaseModel model, double until, double week) {
        double begin = log.begin();
        double step = week * Math.max(1, Math.ceil((until - begin) / week / MOST_POINTS));
        int points = (int) Math.ceil((until - begin) / step - 1e-9);
        double part = week / PARTS;
        int parts = (int) Math.round(step / part);
        double[] first = new double[(int) Math.ceil((until - begin) / part) + 1];
        double[] repeats = new double[points + 1];
        for (int place = 0; place < known.customers(); place++) {
            int who = known.customer(place);
            first[(int) Math.round((log.time(log.from(who)) - begin) / part)]++;
            for (int i = log.from(who) + 1; i < log.to(who) && log.time(i) <= until; i++) {
                repeats[(int) Math.ceil((log.time(i) - begin) / step - 1e-9)]++;
            }
        }
        double[] each = expectedOfOne(model, part, points * parts);
        List<Week> course = new ArrayList<>();
        double actual = repeats[0];
        for (int point = 1; point <= points; point++) {
            actual += repeats[point];
            double expected = 0;
            for (int i = 0; i < first.length && i < point * parts; i++) {
                expected += first[i] == 0 ? 0 : first[i] * each[point * parts - i];
            }
            course.add(new Week(begin + point * step, actual, expected));
        }
        return course;
    }

    /** What is expected of a customer of whom nothing is known but the first purchase. */
    private static double[] expectedOfOne(PurchaseModel model, double part, int parts) {
        double[] expected = new double[parts + 1];
        for (int i = 1; i <= parts; i++) {
            expected[i] = model.expectedPurchases(0, 0, 0, i * part);
        }
        return expected;
    }
}
