package dev.truerole.app.web;

import dev.truerole.classifier.PostingAnalyzer;
import dev.truerole.scraper.JobScraper;
import java.nio.file.Path;

/**
 * What a server serves.
 *
 * @param analyzer answers; stays open when the server closes
 * @param scraper fetches addresses
 * @param model the directory of the model that answers
 * @param examples a folder of postings to try, which need not exist
 */
public record Served(PostingAnalyzer analyzer, JobScraper scraper, Path model, Path examples) {}
