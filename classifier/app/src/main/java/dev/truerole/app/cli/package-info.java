/**
 * The commands. Only here do exceptions become exit codes and messages, and only here is anything
 * printed.
 */
@NullMarked
package dev.truerole.app.cli;

import org.jspecify.annotations.NullMarked;
