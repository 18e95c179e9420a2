package dev.truerole.classifier.model;

/**
 * What one segment adds to a posting's sums, in the model's evidence units.
 *
 * @param segment the index of the segment
 * @param dataScientist to the data-scientist side, 0 or more
 * @param mlEngineer to the ML-engineer side, 0 or more
 * @param scope to the scope logit, signed
 */
public record Evidence(int segment, double dataScientist, double mlEngineer, double scope) {}
