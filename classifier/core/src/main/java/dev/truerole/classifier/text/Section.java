package dev.truerole.classifier.text;

/** What a part of a posting is about. */
public enum Section {
  RESPONSIBILITIES,
  REQUIREMENTS,
  PREFERRED,
  COMPANY,
  BENEFITS,
  LEGAL,
  OTHER
}
