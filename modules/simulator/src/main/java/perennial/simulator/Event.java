package perennial.simulator;

/**
 * Something a customer did beside buying.
 *
 * @param at in seconds of the epoch
 * @param subject the article of a view or a cart, the words of a search, the topic of a service case; else empty
 * @param number the pieces put into a cart, the rating of a service case from 1 to 5; else 0
 */
record Event(long at, Kind kind, String subject, int number) {
    enum Kind {
        VISIT,
        SEARCH,
        VIEW,
        CART,
        SERVICE_CASE
    }
}
