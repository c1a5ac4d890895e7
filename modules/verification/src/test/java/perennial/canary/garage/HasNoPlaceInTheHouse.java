package perennial.canary.garage;

import perennial.canary.activity.Orders;

/** A module that the allow-list does not name uses another one. */
public record HasNoPlaceInTheHouse(Orders orders) {}
