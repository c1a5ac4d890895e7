package perennial.decisions;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import perennial.decisions.RuleVersions.Person;
import perennial.decisions.RuleVersions.Remark;
import perennial.decisions.RuleVersions.Version;
import perennial.decisions.Rules.Problem;
import perennial.kernel.ConflictException;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;
import perennial.rules.Domain;

/** Rules that somebody writes, up to the word of another person that puts them in force. */
public interface RuleDrafts {
    /**
     * Keeps a draft: the version in force with these files in the place of its own.
     *
     * @throws RefusedDraftException if the guard finds anything wrong; then nothing is kept
     */
    Version write(Manuscript manuscript, Person by);

    /**
     * Writes a draft anew, on the version that is in force now.
     *
     * @throws UnknownRuleVersionException if there is none of that number
     * @throws ConflictException if it was proposed, or was live
     * @throws RefusedDraftException as {@link #write} does; then the draft stays as it was
     */
    Version change(long id, Manuscript manuscript, Person by);

    /**
     * What keeps a version from living once a file of it is written so, in the order of the files and lines; empty where
     * nothing does. Nothing of the text runs, and nothing is kept.
     *
     * @throws UnknownRuleVersionException if there is none of that number
     */
    List<Problem> check(long version, RuleVersions.File file);

    /** Forgets a draft; refuses as {@link #change} does. */
    void delete(long id, Person by);

    /**
     * Puts a draft before the others; from then on it can't be changed.
     *
     * @throws ConflictException if it is no draft, another version has gone live since it was written, it changes
     *     nothing, or it changes rules that are not the person's
     */
    void propose(long id, Remark remark);

    /**
     * Puts a proposal in force, at once or later.
     *
     * @param from the instant from which it is live; empty, or one that has passed: at once
     * @throws ConflictException if it was not proposed, another version has gone live since it was written, the person is
     *     one of its authors, or keeps other rules
     */
    void approve(long id, Optional<Instant> from, Remark remark);

    /** Gives a proposal, or one that is scheduled, back to its author; who wrote it may do so too. */
    void reject(long id, Remark remark);

    /**
     * What somebody wrote.
     *
     * @param files their texts by path; empty for a file that is to be gone
     */
    record Manuscript(String title, Map<String, Optional<String>> files) {
        private static final int LONGEST = 200;
        private static final int MOST_FILES = 100;
        private static final Pattern PATH =
                Pattern.compile("(" + folders("|", "|") + ")/[a-z0-9][a-z0-9-]{0,60}\\.(drl|csv|yaml)");

        public Manuscript {
            title = title.strip();
            files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
            if (title.isEmpty() || title.length() > LONGEST) {
                throw new InvalidInputException(
                        "title",
                        title,
                        new Words("it has 1 to " + LONGEST + " characters", "应为 1 至 " + LONGEST + " 个字符"),
                        new Words("say in a few words what is changed", "请用几个字说明改动"));
            }
            if (files.isEmpty() || files.size() > MOST_FILES) {
                throw new InvalidInputException(
                        "files",
                        files.size(),
                        new Words("there are 1 to " + MOST_FILES, "应为 1 至 " + MOST_FILES + " 个"),
                        new Words("send the files that are changed", "请给出改动的文件"));
            }
            files.keySet().forEach(Manuscript::requirePath);
        }

        private static String folders(String between, String beforeTheLast) {
            List<String> all =
                    Arrays.stream(Domain.values()).map(Domain::folder).toList();
            int last = all.size() - 1;
            return String.join(between, all.subList(0, last)) + beforeTheLast + all.get(last);
        }

        private static void requirePath(String path) {
            if (!PATH.matcher(path).matches()) {
                throw new InvalidInputException(
                        "files.path",
                        path,
                        new Words("rules stand in " + folders(", ", " or "), "规则位于 " + folders("、", " 或 ")),
                        new Words(
                                "give a path such as marketing/win-back.drl, marketing/win-back.yaml for its scenarios, "
                                        + "pricing/stock.csv for a table, or marketing/parameters.yaml",
                                "请给出路径，例如 marketing/win-back.drl、其情景 marketing/win-back.yaml、表格 pricing/stock.csv 或 marketing/parameters.yaml"));
            }
        }
    }
}
