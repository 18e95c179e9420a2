package dev.truerole.classifier.text;

import dev.truerole.scraper.posting.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which section a heading opens, and which one a sentence without a heading speaks of. */
final class Sections {

  /** A heading is tried against these in order: the narrower wording comes first. */
  private static final PhrasePatterns HEADINGS = headings();

  private static final PhrasePatterns CUES = cues();

  private static final PhrasePatterns WORK = work();

  /** Postings share most of their headings, and every segment below one asks what it says. */
  private static final RecentAnswers<Optional<Section>> OF_HEADING = new RecentAnswers<>();

  private static final RecentAnswers<Boolean> IS_TELLING = new RecentAnswers<>();

  /** Phrases that open a section even in the middle of a line, in the case headings have. */
  private static final Pattern INLINE =
      Pattern.compile(
          "("
              + "(?:(?:Key|Main|Primary|Core|Job|Your|Essential|Minimum|Basic|Required|Preferred|Desired|Additional"
              + "|Position|Role|Major|Principal|Specific|General|Technical|Professional|Other|Typical|Bonus|The)\\s+)?"
              + "(?:(?:Duties|Roles?) (?:and|&) )?"
              + "(?:Responsibilities|Requirements|Qualifications|Duties|Accountabilities|Competencies)"
              + "(?: (?:and|&) (?:Responsibilities|Requirements|Qualifications|Experience|Skills|Duties))?"
              + "|What [Yy]ou(?:['’]ll| [Ww]ill|['’]d)? (?:[Dd]o|[Bb]ring|[Nn]eed|[Hh]ave|[Bb]e [Dd]oing)(?:ing)?"
              + "|What [Ww]e(?:['’]re| [Aa]re)? (?:[Oo]ffer|[Ll]ook(?:ing)? [Ff]or|[Ee]xpect)"
              + "|About (?:[Yy]ou|[Uu]s|[Tt]he (?:[Rr]ole|[Jj]ob|[Tt]eam|[Cc]ompany|[Pp]osition|[Oo]pportunity))"
              + "|Who (?:[Yy]ou|[Ww]e) [Aa]re|Nice[- ][Tt]o[- ][Hh]aves?|Must[- ][Hh]aves?|Bonus [Pp]oints"
              + "|The (?:Role|Opportunity|Position|Team)|Your (?:Role|Profile|Mission|Tasks)|Job (?:Description|Summary)"
              + "|Position (?:Summary|Overview)|(?:Required|Preferred|Desired|Technical|Key) (?:Skills|Experience)"
              + "|Skills (?:and|&) (?:Experience|Qualifications)|Benefits(?: (?:and|&) Perks)?|Perks(?: (?:and|&) Benefits)?"
              + "|Why (?:[Jj]oin [Uu]s|[Uu]s|[Ww]ork [Ww]ith [Uu]s)|Equal (?:Employment )?Opportunity(?: Employer)?"
              + "|RESPONSIBILITIES|REQUIREMENTS|QUALIFICATIONS|(?:REQUIRED|PREFERRED|DESIRED|MINIMUM) (?:SKILLS|QUALIFICATIONS|EXPERIENCE)"
              + "|ABOUT (?:US|YOU|THE ROLE)|WHAT YOU(?:['’]LL| WILL)? (?:DO|BRING)|BENEFITS|NICE TO HAVE"
              + "|[Ee]ven [Bb]etter [Ii]f(?: [Yy]ou(?: [Hh]ave)?)?"
              + "|(?:[Aa]s an? [\\w/ ]{3,40}, |[Ii]n this (?:role|position),? )?[Yy]ou(?:['’]ll| [Ww]ill)(?: (?:[Hh]ave|[Bb]ring|[Nn]eed))?(?=\\s*:)"
              + "|(?:(?:Strongly |Highly )?(?:Preferred|Desired|Desirable)|(?:Good|Great)[- ][Tt]o[- ][Hh]ave|Bonus|Plus(?:es)?|Required|Assets?"
              + "|(?:key |job |primary |your |minimum |basic |required |preferred |desired |additional )?(?:requirements|qualifications|responsibilities|duties)"
              + "|nice to haves?|must haves?|what you(?:['’]ll| will) (?:do|bring|need))(?=\\s*:))"
              // What follows a heading whose line break was lost: "QualificationsMaster's degree".
              + "(?:\\s*(?:…|\\.{3}))?(?:\\s*:|(?=\\s*[\\u2022·*\\-]\\s)|(?=\\s+\\p{Lu})|(?=\\p{Lu}\\p{Ll})|(?=\\d{1,2}\\+))");

  private static final ViablePrefixes INLINE_PREFIXES = ViablePrefixes.of(INLINE);

  /** What may stand right before a heading inside a line. */
  private static final String STOPS = ".!?:;)]\u2022\"'\u2019";

  /** A heading with a colon is no longer than this. */
  private static final int MAX_INLINE_CHARS = 60;

  private static final int MAX_HEADING_WORDS = 10;

  private static final Pattern SMALL_WORDS =
      Pattern.compile("\\b(your|with|this|that|role|position|skills|experience)\\b");

  private static final Pattern LONGER_WORD = Pattern.compile("[a-z]{4,}");

  /** Ten long words; a longer line is no heading, and patterns that backtrack never see it. */
  static final int MAX_HEADING_CHARS = 120;

  /** A line in Title Case may say more around the telling phrase and still be a heading. */
  private static final int MAX_TITLE_WORDS_BEYOND = 3;

  /** Praise opens a wish in Title Case ("Strong Communication Skills"), not a heading. */
  private static final Pattern TITLE =
      Pattern.compile(
          "(?!Strong|Excellent|Good|Great|Proven|Solid|Advanced|Bachelor|Master|Minimum of|Experience (?:with|in|using)|Ability|Must )"
              + "[^\\p{Ll}\\d][^\\s\\d,;]*(?:[ /&\\-]+(?:and|or|of|the|for|to|in|a|[^\\p{Ll}\\s\\d][^\\s\\d,;]*))*:?");

  private Sections() {}

  /** The section of blocks for which their source declares a part; empty if that tells nothing. */
  static Optional<Section> ofPart(Block.Part part) {
    return switch (part) {
      case COMPANY -> Optional.of(Section.COMPANY);
      case RESPONSIBILITIES -> Optional.of(Section.RESPONSIBILITIES);
      case REQUIREMENTS -> Optional.of(Section.REQUIREMENTS);
      case BENEFITS -> Optional.of(Section.BENEFITS);
      case OTHER -> Optional.empty();
    };
  }

  /** The section that a heading opens, empty for a heading that says nothing of it. */
  static Optional<Section> ofHeading(String heading) {
    return OF_HEADING.of(heading, words -> HEADINGS.section(fold(words)));
  }

  /** Whether a short line without any mark is, by its words, a heading. */
  static boolean isKnownHeading(String line) {
    if (line.length() > MAX_HEADING_CHARS) {
      return false;
    }
    boolean looksSo =
        words(line) <= MAX_HEADING_WORDS
            && !line.isBlank()
            && ".,;".indexOf(line.charAt(line.length() - 1)) < 0
            && Character.isUpperCase(line.codePointAt(0));
    return looksSo && IS_TELLING.of(line, Sections::isTelling);
  }

  private static boolean isTelling(String line) {
    String folded = fold(line);
    return HEADINGS
        .match(folded)
        .map(phrase -> wordsBeyond(folded, phrase))
        .filter(beyond -> beyond <= (isTitle(line) ? MAX_TITLE_WORDS_BEYOND : 1))
        .isPresent();
  }

  private static boolean isTitle(String line) {
    return TITLE.matcher(line.strip()).matches();
  }

  /** What a sentence under no telling heading is about; OTHER where its words do not say. */
  static Section ofSentence(String sentence) {
    return CUES.section(fold(sentence)).orElse(Section.OTHER);
  }

  /**
   * Whether a line under a heading about the company plainly turns to the work, so that the heading
   * no longer governs: many postings open with "About us" and have no heading after it.
   */
  static boolean opensWork(Segment.Kind kind, String line) {
    return kind != Segment.Kind.HEADING && WORK.section(fold(line)).isPresent();
  }

  /** A heading inside a line: its words, and where what it heads begins. */
  record InlineHeading(int start, int end, int after) {}

  /**
   * Headings inside {@code [start, end)}, ascending.
   *
   * @param chars the text as an array, which is quicker to look through
   */
  static List<InlineHeading> inlineHeadings(String text, char[] chars, int start, int end) {
    List<InlineHeading> found = new ArrayList<>();
    Matcher matcher = INLINE.matcher(text).useTransparentBounds(true);
    int colon = text.indexOf(':', start);
    int i = start;
    while (i < end) {
      if (colon >= 0 && colon < i) {
        colon = text.indexOf(':', i);
      }
      boolean colonNear = colon >= i && colon < Math.min(end, i + MAX_INLINE_CHARS);
      if (mayOpenHeading(chars, start, i, colonNear)
          && INLINE_PREFIXES.mayOpen(text, i, end)
          && matcher.region(i, end).lookingAt()) {
        found.add(new InlineHeading(matcher.start(1), matcher.end(1), matcher.end()));
        i = Math.max(matcher.end(), i + 1);
      } else {
        i++;
      }
    }
    return found;
  }

  /**
   * A cheap look before the pattern is tried: a capital (or, with a colon near, any letter) after a
   * stop, a gap, or a small letter whose space was lost.
   */
  private static boolean mayOpenHeading(char[] chars, int start, int i, boolean colonNear) {
    char first = chars[i];
    if (!(first >= 'A' && first <= 'Z') && !(colonNear && first >= 'a' && first <= 'z')) {
      return false;
    }
    if (i == start) {
      return true;
    }
    char before = chars[i - 1];
    if (!Character.isWhitespace(before)) {
      return STOPS.indexOf(before) >= 0
          || (Character.isLowerCase(before) && !Character.isLowerCase(first));
    }
    char beyond = i - 2 < start ? ' ' : chars[i - 2];
    return STOPS.indexOf(beyond) >= 0
        || Character.isWhitespace(beyond)
        || Character.isLowerCase(beyond);
  }

  /** How many words of a line are left when the telling phrase and small words are taken out. */
  private static int wordsBeyond(String folded, MatchResult phrase) {
    String rest = folded.substring(0, phrase.start()) + " " + folded.substring(phrase.end());
    return (int) LONGER_WORD.matcher(SMALL_WORDS.matcher(rest).replaceAll("")).results().count();
  }

  /** How many words a line has, parted by white space. */
  static int words(String line) {
    int words = 0;
    for (int i = 0; i < line.length(); i++) {
      boolean starts = i == 0 || Character.isWhitespace(line.charAt(i - 1));
      words += starts && !Character.isWhitespace(line.charAt(i)) ? 1 : 0;
    }
    return words;
  }

  private static String fold(String words) {
    return words.toLowerCase(Locale.ROOT).replace('\u2019', '\'').strip();
  }

  private static PhrasePatterns headings() {
    List<PhrasePatterns.Entry> patterns = new ArrayList<>();
    // "Essential duties" are duties and "Company profile" is no wish, whatever else they say.
    put(
        patterns,
        Section.RESPONSIBILITIES,
        "\\bto[- ]do\\b|^(?!.*(qualif|requirement|experience|skills)).*(\\bdut(y|ies)\\b|responsibilit|accountabilit|(job|essential|key|primary|main) functions)"
            + "|(our|current|tech(nology)?|the) stack\\b|(technologies|tools) (we|you)");
    put(
        patterns,
        Section.COMPANY,
        "\\b(company|department|team|organi[sz]ation|business) (overview|description|summary|profile|background|information)");
    put(
        patterns,
        Section.BENEFITS,
        "(signing|sign-on|annual|performance|referral|yearly) bonus|bonus (pay|structure|scheme)|^(?!.*(skill|qualif|experience)).*bonuses|expect from us|what .{1,40} offers? you|we('re| are) offering"
            + "|we (have to|can) offer");
    put(
        patterns,
        Section.LEGAL,
        "equal (employment )?opportunit|\\beeo\\b|accommodation|privacy|disclaimer|legal notice"
            + "|non-discrimination|affirmative action|diversity (statement|and inclusion|& inclusion)|background check|covid");
    put(
        patterns,
        Section.PREFERRED,
        "nice[- ]to[- ]ha|nice if|great to have|sets? you apart|(an?|competitive) edge|\\bassets?\\b|love to see|you may (also )?have|\\bplus(es)?\\b|bonus|preferred|preferably|desir|good[- ]to[- ]have|ideal(ly)? (candidate )?(also|would)"
            + "|ideally|advantage|extra credit|even better|stand out|would be (great|nice|good|ideal)|what would make you|also (love|like|great)"
            + "|optional|not required|wish ?list|brownie");
    put(
        patterns,
        Section.BENEFITS,
        "benefit|perks|what (do )?we('ll)? (can )?(offer|provide)|what's in it|what you('ll)? (will )?get|we offer|compensation|salary"
            + "|\\bpay\\b|remuneration|rewards|our offer|total rewards|why (you'll|you will) (love|like)|why (join|us|work|choose)|life at"
            + "|in return|package");
    put(
        patterns,
        Section.REQUIREMENTS,
        "requirement|\\brequires?\\b|qualification|required|certificat|licen[cs]e|great candidate|skill ?set|should apply|thrive|hear from you if|must[- ]ha|what (do )?you('ll| will)? (need|bring)|(great|good|right) fit if|what we('re| are)? (look|seek|need|expect|want)|who you are"
            + "|about you\\b|you (have|bring|are|possess)\\b|your (profile|skills|background|experience|qualif|strengths|expertise|tool ?(box|kit)|craft)|skills|experience|expertise"
            + "|competenc|education|knowledge|looking for|you might be a (good )?fit|you may be a (good )?fit|you('re| are)? a (great|good|strong)? ?(fit|match)"
            + "|ideal candidate|candidate profile|successful candidate|who (we're|we are|are we) (look|seek)|minimum|essential|prerequisite|credential"
            + "|what makes you|to be successful|to succeed|eligib|proficienc|tech(nical)? (skills|proficienc)|profile\\b|should have|you('ll| will) (have|need|bring)"
            + "|what (it|we) takes?|criteria|basic qual|abilities|\\bksa");
    put(
        patterns,
        Section.RESPONSIBILITIES,
        "responsibilit|dut(y|ies)|what (you'?ll|you will|you'd|will you|would you) (be )?(do|work|build|own|tackle|accomplish|learn|deliver)|what you do\\b"
            + "|role|job (description|summary|purpose|overview|function)|day[- ]to[- ]day|your (mission|tasks|impact|work|job|day|opportunity|team|challenge)"
            + "|tasks|accountabilit|you will\\b|you'll\\b|you would\\b|you'd\\b|the (job|position|work|opportunity|mission|challenge)|position (summary|overview|description|purpose)"
            + "|in this (role|position)|how you('ll| will)|(essential|key|primary|main) (functions|activities)|a day in|scope|deliverables|objectives|areas? of"
            + "|projects?\\b|success looks|what (the|this) (job|role)|impact|focus|overview|summary|what to expect|expectations|first (30|60|90|six|year|month)|responsible");
    put(
        patterns,
        Section.COMPANY,
        "about\\b|who we are|our (company|mission|story|values|culture|team|client|vision|product|people|purpose|commitment|technology)|company|the team"
            + "|why\\b|culture|values|mission|what we do|introduction|background\\b|organi[sz]ation|meet |team\\b|who are we|client\\b|diversity|inclusion");
    return new PhrasePatterns(patterns);
  }

  private static PhrasePatterns cues() {
    List<PhrasePatterns.Entry> patterns = new ArrayList<>();
    put(
        patterns,
        Section.LEGAL,
        "equal[- ](employment[- ])?opportunity|without regard to|regardless of (race|age|gender)|race, (color|colour|religion)|protected veteran"
            + "|reasonable accommodation|sexual orientation|background check|privacy (policy|notice)|affirmative action|e-verify|criminal (history|record)");
    put(
        patterns,
        Section.PREFERRED,
        "\\b(is|are|would be|as|considered) an? (\\w+ )?(plus|bonus|advantage|asset)\\b|nice to have|\\bpreferred\\b|\\bdesirable\\b|\\bideally\\b|\\bpreferably\\b"
            + "|bonus points|not required|\\ba plus\\b|good to have|advantageous");
    put(
        patterns,
        Section.BENEFITS,
        "401\\(?k|dental|medical(,| and) |health insurance|paid time off|\\bpto\\b|parental leave|stock options?|\\bequity\\b.*(salary|package|compens)|paid holidays"
            + "|vacation|life insurance|salary range|base (pay|salary)|tuition|gym\\b|free (lunch|snacks|food)|pension|flexible (hours|working)|competitive (salary|compensation|pay)"
            + "|we offer|annual leave|wellness|bonus scheme|retirement");
    put(
        patterns,
        Section.REQUIREMENTS,
        "\\d\\+? ?(-|to|–)? ?\\d* ?\\+? years|years('|s)? (of )?(\\w+ ){0,3}experience|experience (with|in|using|working|building|of)|proficien|knowledge of|familiar|degree|bachelor|master's|ph\\.?d"
            + "|\\bmust (have|be|possess)|ability to|you have\\b|skills\\b|fluen|understanding of|expertise in|background in|strong |hands[- ]on|track record|demonstrated|comfortable with|solid ");
    put(
        patterns,
        Section.RESPONSIBILITIES,
        "^(you'll|you will|design|develop|build|create|lead|work|collaborate|partner|conduct|analy[sz]e|perform|implement|maintain|manage|deploy|own|drive|apply|use|provide|support|identify|define|deliver"
            + "|communicate|present|research|optimi[sz]e|write|monitor|evaluate|train|mentor|participate|contribute|ensure|help|explore|translate|architect|improve|automate|integrate|investigate|prototype)\\b"
            + "|\\b(you'll|you will|you would|will be responsible|responsible for|the role|in this role|this role|this position|the successful candidate will|your (role|work|day))\\b");
    put(
        patterns,
        Section.COMPANY,
        "^(we are|we're|we|our|at [a-z0-9]+,|founded|headquartered)\\b|\\b(our (mission|company|customers|clients|team|platform|product)|is a (leading|global|fast)|leading provider|founded in|fortune \\d)\\b");
    return new PhrasePatterns(patterns);
  }

  /** Narrower than the cues: the company, too, speaks of skills, and of what it builds. */
  private static PhrasePatterns work() {
    List<PhrasePatterns.Entry> patterns = new ArrayList<>();
    put(
        patterns,
        Section.RESPONSIBILITIES,
        "\\b(you'll|you will|you would|you'd|responsible for|in this role|this role|this position|the role"
            + "|your (role|work|job|day|task)|candidate will)\\b|(are|'re|is|am) (looking for|seeking|hiring|recruiting)\\b|\\bwe (seek|need|want) (a|an|someone)\\b");
    put(
        patterns,
        Section.REQUIREMENTS,
        "^(?!.*\\b(we|our|us)\\b).*\\byears('|s)? (of )?(\\w+ ){0,3}experience|\\byou (have|bring|know|can|are)\\b"
            + "|\\bmust (have|possess)|\\b(bachelor|master)'?s|degree in\\b|\\bproficien(t|cy) (in|with)|^(strong |solid )?(experience|knowledge) (with|in|of)\\b");
    return new PhrasePatterns(patterns);
  }

  private static void put(List<PhrasePatterns.Entry> patterns, Section section, String regex) {
    patterns.add(new PhrasePatterns.Entry(section, regex));
  }
}
