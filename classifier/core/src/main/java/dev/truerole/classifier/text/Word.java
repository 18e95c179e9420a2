package dev.truerole.classifier.text;

import org.jspecify.annotations.Nullable;

/**
 * The comparable form of a token: lower case, typographic quotes and dashes made plain. Words that
 * postings repeat are one object, and what stages know of one is noted in it (see {@link
 * WordMemo}). Immutable but for the notes; equal where the forms are.
 */
public final class Word {

  private final String form;

  /** The characters of a shared word, eight to a long, which are quicker compared than read. */
  private final long head;

  private final long middle;
  private final long tail;
  private final char first;
  private final RoleNames.@Nullable Part rolePart;
  private final int @Nullable [] notes;

  private Word(String form, long head, long middle, long tail, int @Nullable [] notes) {
    this.form = form;
    this.head = head;
    this.middle = middle;
    this.tail = tail;
    this.first = form.charAt(0);
    this.rolePart = RoleNames.partOf(form);
    this.notes = notes;
  }

  /** A word that the lexicon keeps under its characters. */
  static Word shared(String form, long head, long middle, long tail) {
    return new Word(form, head, middle, tail, new int[WordMemo.MEMOS]);
  }

  /** A word of its own, which will hardly be met again. */
  static Word alone(String form) {
    return new Word(form, 0, 0, 0, null);
  }

  /** The word of this form. */
  public static Word of(String form) {
    return Lexicon.SHARED.word(form.toCharArray(), 0, form.length());
  }

  /** Whether these are the characters that the lexicon keeps it under. */
  boolean is(long head, long middle, long tail) {
    return this.head == head && this.middle == middle && this.tail == tail;
  }

  /** Its characters, at least one. */
  public String form() {
    return form;
  }

  /** The first of its characters. */
  public char first() {
    return first;
  }

  /** What it can be in a role name. */
  RoleNames.@Nullable Part rolePart() {
    return rolePart;
  }

  /** A number a memo, 0 where it was not asked yet; null if the word keeps none. */
  int @Nullable [] notes() {
    return notes;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof Word word && form.equals(word.form));
  }

  @Override
  public int hashCode() {
    return form.hashCode();
  }

  @Override
  public String toString() {
    return form;
  }
}
