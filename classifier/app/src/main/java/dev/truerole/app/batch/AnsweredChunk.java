package dev.truerole.app.batch;

import dev.truerole.classifier.PostingAnalysis;
import dev.truerole.classifier.PostingAnalyzer;
import dev.truerole.scraper.file.PostingRow;
import dev.truerole.scraper.posting.JobPosting;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** A chunk with the answers to its rows, in their order. */
record AnsweredChunk(Chunk chunk, List<Answer> answers) {

  /** Reads and analyses the rows; on a thread of the pool whose threads are to do it. */
  static AnsweredChunk of(Chunk chunk, PostingAnalyzer analyzer) {
    List<PostingRow> read = chunk.rows().parallelStream().map(row -> row.read()).toList();
    List<JobPosting> postings = new ArrayList<>(read.size());
    for (PostingRow row : read) {
      if (row instanceof PostingRow.Posting given) {
        postings.add(given.posting());
      }
    }
    Iterator<PostingAnalysis> analyses = analyzer.analyze(postings).iterator();
    List<Answer> answers = new ArrayList<>(read.size());
    for (int i = 0; i < read.size(); i++) {
      answers.add(
          read.get(i) instanceof PostingRow.Failed failure
              ? new Answer.Failed(chunk.rows().get(i), failure)
              : new Answer.Analysed(chunk.rows().get(i), analyses.next()));
    }
    return new AnsweredChunk(chunk, answers);
  }
}
