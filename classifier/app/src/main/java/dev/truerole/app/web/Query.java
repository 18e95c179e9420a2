package dev.truerole.app.web;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Parameters of a query, checked. */
final class Query {

  private Query() {}

  /** A parameter that is there and not empty. */
  static Optional<String> text(Context context, String name) {
    return Optional.ofNullable(context.queryParam(name)).filter(value -> !value.isEmpty());
  }

  static boolean flag(Context context, String name) {
    return word(context, name, "false", Set.of("true", "false")).equals("true");
  }

  /** One of several words. */
  static String word(Context context, String name, String usual, Set<String> known) {
    String given = text(context, name).orElse(usual);
    if (!known.contains(given)) {
      throw wrong(name, "is one of " + String.join(", ", new TreeSet<>(known)));
    }
    return given;
  }

  static int number(Context context, String name, int usual, int least, int most) {
    String given = text(context, name).orElse(String.valueOf(usual));
    try {
      int number = Integer.parseInt(given);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException none) {
      throw wrong(name, "is a whole number, " + least + " to " + most);
    }
    throw wrong(name, "is a whole number, " + least + " to " + most);
  }

  static double probability(Context context, String name) {
    String given = text(context, name).orElse("0");
    try {
      double number = Double.parseDouble(given);
      if (number >= 0 && number <= 1) {
        return number;
      }
    } catch (NumberFormatException none) {
      throw wrong(name, "is a number from 0 to 1");
    }
    throw wrong(name, "is a number from 0 to 1");
  }

  private static Problem wrong(String name, String what) {
    return new Problem(Problem.BAD_REQUEST, "wrong_parameter", "'" + name + "' " + what + ".");
  }
}
