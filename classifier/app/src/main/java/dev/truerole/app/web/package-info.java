/**
 * The page and the REST API: requests in, answers out, over HTTP on one port.
 *
 * <p>Only here do exceptions become statuses, and only here is HTTP spoken (Javalin). Postings are
 * analysed by the facade and read by the scraper; nothing a request carries is logged.
 */
@NullMarked
package dev.truerole.app.web;

import org.jspecify.annotations.NullMarked;
