/**
 * Pictures of numbers: immutable records in, a self-contained and accessible SVG out. The console shows them in its
 * pages, the shell puts them into reports that open offline.
 *
 * <p>Every picture carries its title and a description for those who can't see it, names every mark by a tooltip, tells
 * nothing by colour alone, and has colours of enough contrast on a light ground (WCAG 2.2 AA). It has a shape but no
 * size: it takes the width of whatever holds it. It uses no script, no style sheet, no font of its own and no id, so any
 * number of them go on one page under any content security policy. All words come from the caller, in one language; the
 * locale writes the numbers and dates.
 */
@NullMarked
package perennial.charts;

import org.jspecify.annotations.NullMarked;
