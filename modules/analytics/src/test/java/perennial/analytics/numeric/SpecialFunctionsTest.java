package perennial.analytics.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values are from arithmetic with 50 digits. */
class SpecialFunctionsTest {

    @ParameterizedTest
    @CsvSource({
        "1e-8, 18.420680738180208884, -100000000.57721564636, 10000000000000001.226",
        "0.3, 1.0957979948180755606, -3.5025242222001331249, 12.245364546107731301",
        "1, 0, -0.57721566490153286061, 1.6449340668482264365",
        "7.5, 7.5343642367587329552, 1.9467574842460867881, 0.14261589669670379977",
        "12, 17.502307845873885839, 2.4426616799758120167, 0.08690187287176839075",
        "5000.25, 37584.755595232891915, 8.5171431918330290926, 0.00020000999983325833392",
        "1e8, 1742068066.1038347093, 18.420680738952365464, 1.0000000050000000167e-8"
    })
    void gamma_and_its_derivatives_are_exact(double z, double log, double digamma, double trigamma) {
        assertThat(GammaFunction.log(z)).isCloseTo(log, within(2e-14 + 1e-14 * Math.abs(log)));
        assertThat(GammaFunction.digamma(z)).isCloseTo(digamma, within(1e-14 * Math.abs(digamma)));
        assertThat(GammaFunction.trigamma(z)).isCloseTo(trigamma, within(1e-14 * trigamma));
    }

    @ParameterizedTest
    @CsvSource({
        "0.243, 5000, 37583.377931650749661, 12.86823565618526089, -18.141579776815967852",
        "1e8, 3, 55.262042261857096166, 2.9999999700000005e-8, -2.9999999400000015e-16",
        "300, 0.5, 2.8514745708543344546, 0.0016680555536265539265, -5.5648147890948645371e-6",
        "1e6, 1e6, 14201804.572510532776, 0.69314743056000780942, -5.0000037500014583333e-7"
    })
    void differences_of_large_arguments_keep_their_digits(
            double z, double n, double log, double digamma, double trigamma) {
        assertThat(GammaFunction.logRise(z, n)).isCloseTo(log, within(1e-14 * log));
        assertThat(GammaFunction.digammaRise(z, n)).isCloseTo(digamma, within(1e-13 * digamma));
        assertThat(GammaFunction.trigammaRise(z, n)).isCloseTo(trigamma, within(-1e-13 * trigamma));
    }

    @ParameterizedTest
    @CsvSource({
        "1e-8, 2, 18.420680733952365501",
        "0.5, 0.5, 1.1447298858494001741",
        "3e6, 3.74, -54.303815667190261203",
        "5000, 7000, -8153.3893300834617182",
        "1e8, 1e8, -138629444.05681730912"
    })
    void beta_keeps_its_digits(double a, double b, double log) {
        assertThat(BetaFunction.log(a, b)).isCloseTo(log, within(2e-14 * Math.abs(log)));
        assertThat(BetaFunction.log(b, a)).isEqualTo(BetaFunction.log(a, b));
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 1, 0.25, 0.023545910323689456339",
        "2, 40, 3.5, 2.2227169378080177369e-5",
        "0.75, 171, 0.243, 9.8967728317869831528e-66",
        "1e-9, 2, 0.5, 3.7499999937500004753e-19"
    })
    void the_beta_distribution_is_exact_far_into_its_tail(double odds, double a, double b, double value) {
        assertThat(BetaFunction.regularized(odds, a, b)).isCloseTo(value, within(1e-12 * value));
    }

    @Test
    void the_beta_distribution_is_symmetric_and_runs_from_0_to_1() {
        assertThat(BetaFunction.regularized(0, 2, 3)).isZero();
        assertThat(BetaFunction.regularized(Double.POSITIVE_INFINITY, 2, 3)).isEqualTo(1);
        double below = BetaFunction.regularized(1.02, 5000, 4900);
        assertThat(below + BetaFunction.regularized(1 / 1.02, 4900, 5000)).isCloseTo(1, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"0.9, 1.2815515655446004", "0.975, 1.959963984540054", "0.5, 0", "1e-20, -9.262340089798408"})
    void the_normal_quantile_is_exact(double share, double z) {
        assertThat(NormalDistribution.quantile(share)).isCloseTo(z, within(1e-14));
        assertThat(NormalDistribution.quantile(0.9)).isEqualTo(-NormalDistribution.quantile(0.1), within(1e-15));
    }

    @Test
    void quadrature_is_exact_for_polynomials_of_its_degree() {
        GaussLegendre rule = new GaussLegendre(5);
        assertThat(rule.integrate(u -> Math.pow(u, 9), 0, 2)).isCloseTo(102.4, within(1e-12));
        assertThat(new GaussLegendre(24).integrate(Math::exp, -1, 3))
                .isCloseTo(Math.exp(3) - Math.exp(-1), within(1e-13));
    }

    @Test
    void eigenvectors_take_a_matrix_apart() {
        double[][] matrix = {{4, 1, -2}, {1, 3, 0.5}, {-2, 0.5, 1}};
        SymmetricEigen eigen = SymmetricEigen.of(matrix);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double sum = 0;
                for (int k = 0; k < 3; k++) {
                    sum += eigen.values()[k] * eigen.vectors()[i][k] * eigen.vectors()[j][k];
                }
                assertThat(sum).isCloseTo(matrix[i][j], within(1e-13));
            }
        }
    }
}
