/**
 * Analyses and evaluations as people and programs read them: text, JSON, JSONL, CSV, HTML.
 *
 * <p>In come analyses and failures, out go characters. Nothing is analysed, read or trained here.
 */
@NullMarked
package dev.truerole.classifier.report;

import org.jspecify.annotations.NullMarked;
