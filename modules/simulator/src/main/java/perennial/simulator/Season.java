package perennial.simulator;

import java.time.LocalDate;

/**
 * How much livelier than on average over a year a day is: a floor, and a bell each around the 4th of December and the
 * 24th of April, of given heights above the floor and of given widths (standard deviations) in days.
 */
enum Season {
    NONE(1, 0, 1, 0, 1),
    /** The shop as a whole: a high peak before Christmas, a lower one when gardens wake. */
    SHOP(1, 1.3, 13, .35, 28),
    /** Those who come for Christmas only. */
    WINTER_GIFTS(.02, 10, 12, 0, 1),
    /** Those who come for Easter and Mother's Day as well. */
    SPRING_AND_WINTER_GIFTS(.02, 6, 12, 3, 18);

    private static final int WINTER = 338;
    private static final int SPRING = 114;
    private static final int YEAR = 365;

    private final double floor;
    private final double winter;
    private final double winterDays;
    private final double spring;
    private final double springDays;
    private final double mean;

    Season(double floor, double winter, double winterDays, double spring, double springDays) {
        this.floor = floor;
        this.winter = winter;
        this.winterDays = winterDays;
        this.spring = spring;
        this.springDays = springDays;
        double sum = 0;
        for (int day = 1; day <= YEAR; day++) {
            sum += raw(day);
        }
        this.mean = sum / YEAR;
    }

    /** The factor on this day; its mean over a year of 365 days is 1. */
    double on(LocalDate date) {
        return raw(Math.min(YEAR, date.getDayOfYear())) / mean;
    }

    private double raw(int day) {
        return floor + winter * bell(day - WINTER, winterDays) + spring * bell(day - SPRING, springDays);
    }

    private static double bell(int days, double width) {
        double distance = Math.abs(days);
        double near = Math.min(distance, YEAR - distance) / width;
        return StrictMath.exp(-near * near / 2);
    }
}
