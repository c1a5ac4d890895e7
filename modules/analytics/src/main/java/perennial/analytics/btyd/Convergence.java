package perennial.analytics.btyd;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import perennial.analytics.language.Phrases;

/**
 * The evidence that a fit is what it claims to be.
 *
 * @param status what was found
 * @param passes evaluations of derivatives over the data on the last climb
 * @param largestGradient the largest derivative of the log-likelihood by the logarithm of a parameter, in size
 * @param curvatures eigenvalues of minus the Hessian in log parameters, ascending: all above 0 at a maximum
 * @param edges where there is no finite maximum: the parameters that run off, and where to
 * @param withoutLeaving the log-likelihood of the nested model in which nobody leaves (NBD), which a purchase model can
 *     only better; for spend, that of one gamma distribution for everybody is not fitted and this is NaN
 */
public record Convergence(
        Status status,
        int passes,
        double largestGradient,
        List<Double> curvatures,
        List<Edge> edges,
        double withoutLeaving) {
    static final Phrases PHRASES = Phrases.beside(Convergence.class, "reasons");

    public enum Status {
        /** A maximum with a vanishing gradient and a curvature that says so. */
        CONVERGED,
        /** The likelihood rises for ever towards a limit; the model is next to that limit and usable as it. */
        AT_EDGE,
        /** Neither was reached within the passes allowed: don't use the model. */
        NOT_CONVERGED
    }

    /** A parameter that runs off. */
    public record Edge(String parameter, boolean growing) {}

    public Convergence {
        curvatures = List.copyOf(curvatures);
        edges = List.copyOf(edges);
    }

    /** The status in a sentence. */
    public String reason(Locale locale) {
        String parameters = edges.stream()
                .map(edge -> PHRASES.format(locale, edge.growing() ? "grows" : "falls", edge.parameter()))
                .collect(Collectors.joining(PHRASES.get(locale, "and")));
        return PHRASES.format(locale, status.name(), passes, parameters);
    }
}
