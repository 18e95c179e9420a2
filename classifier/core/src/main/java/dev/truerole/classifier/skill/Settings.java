package dev.truerole.classifier.skill;

import dev.truerole.classifier.text.Section;
import dev.truerole.classifier.text.Segment;
import dev.truerole.classifier.text.Span;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Goes through a posting's segments and remembers which heading is in force. */
final class Settings {

  private final String text;
  private final boolean small;
  private @Nullable String words;
  private @Nullable Section section;
  private @Nullable Span telling;
  private boolean headed;

  Settings(String text) {
    this.text = text;
    this.small = text.chars().noneMatch(Character::isUpperCase);
  }

  /** The next segment with what stands around it; to be asked in their order. */
  Setting next(Segment segment) {
    // The heading is asked once: what it says is the same for all segments below it.
    if (!Objects.equals(words, segment.heading())) {
      words = segment.heading();
      headed = segment.isHeaded();
      telling = headed || segment.section() == section ? telling : null;
    }
    if (segment.kind() == Segment.Kind.HEADING) {
      boolean subheading = !headed && segment.section() == section;
      telling = subheading ? telling : headed ? new Span(segment.start(), segment.end()) : null;
      section = segment.section();
    }
    boolean told = telling != null && segment.section() == section;
    return new Setting(text, segment, headed, told ? telling : null, small);
  }
}
