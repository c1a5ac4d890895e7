package perennial.ruleengine;

import de.siegmar.fastcsv.reader.CsvRecord;

/** A line of a table's file, its cells counted from 1 and without the blanks around them. */
record GridLine(CsvRecord fields) {

    int number() {
        return (int) fields.getStartingLineNumber();
    }

    /** Spreadsheets write empty cells behind the last one. */
    int width() {
        int width = fields.getFieldCount();
        while (width > 0 && cell(width).isEmpty()) {
            width--;
        }
        return width;
    }

    /** Empty where the line has none there. */
    String cell(int place) {
        return place <= fields.getFieldCount() ? fields.getField(place - 1).strip() : "";
    }
}
