package perennial.ruleengine;

import java.util.List;

/**
 * A sentence cut at its places once, because most of the time of a decision went into reading patterns.
 *
 * @param plain the words before each place, and those after the last
 * @param places which value goes there
 */
record Template(List<String> plain, List<Integer> places) {

    String filled(Object[] values) {
        if (places.isEmpty()) {
            return plain.get(0);
        }
        String[] words = new String[2 * places.size() + 1];
        words[0] = plain.get(0);
        for (int i = 0; i < places.size(); i++) {
            words[2 * i + 1] = values[places.get(i)].toString();
            words[2 * i + 2] = plain.get(i + 1);
        }
        return String.join("", words);
    }
}
