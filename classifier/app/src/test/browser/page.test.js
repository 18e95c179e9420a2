// All suites share one server and one browser: starting either takes longer than most tests.

import "./suites/posting.js";
import "./suites/batch.js";
import "./suites/model.js";
import "./suites/failures.js";
import "./suites/hostile.js";
import "./suites/looks.js";
