package dev.truerole.scraper;

import java.util.OptionalInt;

/**
 * How much of a board was read.
 *
 * @param board the provider and its name for the employer
 * @param url an address of its listing
 * @param declared how many postings the board says it has
 * @param fetched how many were got, refused ones not counted
 * @param complete whether nothing is missing, so that what was not seen is gone
 */
public record BoardReport(
    String board, String url, OptionalInt declared, int fetched, boolean complete) {}
