/** How many records one transfer carries: as many as fit, with what is found and decided of each, into one event. */
export const mostItems = 300;
