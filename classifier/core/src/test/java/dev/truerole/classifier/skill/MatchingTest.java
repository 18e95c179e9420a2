package dev.truerole.classifier.skill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchingTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          An R&D budget of your own => nothing
          Python, R and SQL => Python, R, SQL
          R (statistical work) => R
          R-squared on the wall, Python in the lab => Python
          Python and R&D => Python
          Go-to-market plans, written in Python => Python
          Go to the shop floor with Python => Python
          Go, Scala, Java => Go, Scala, Java
          Golang services with SQL => Go, SQL
          Golang and nothing else, in a list: Golang, Scala => Go, Scala
          Excel in front of a room => nothing
          Excel sheets and MS Excel => Microsoft Excel
          You excel at talks => nothing
          She excels at talks => nothing
          Spark joy in others => Apache Spark
          A spark of humour => nothing
          Spark jobs and sparks of wit => Apache Spark
          C, C++ and C# => C, C++, C#
          C-level meetings about Python => Python
          Vitamin C for all => nothing
          C++ only => C++
          SQL Server tuning => SQL Server
          Microsoft SQL Server and plain SQL => SQL Server, SQL
          NoSQL stores => NoSQL
          JavaScript pages => JavaScript
          Java and JavaScript => Java, JavaScript
          JS and js => JavaScript
          Red flags => nothing
          ReAct agents => ReAct
          React pages => React
          React.js and Node.js => React, Node.js
          NodeJS => Node.js
          AWS SageMaker => Amazon Web Services, Amazon SageMaker
          Azure ML => Microsoft Azure, Azure Machine Learning
          AWS S3 buckets => Amazon Web Services, Amazon S3
          The team's 3 dogs => nothing
          Work with a Python developer => nothing
          Help machine learning engineers and NLP researchers => nothing
          Sit beside a Senior Tableau Administrator => nothing
          Java/Python developers are next door => Java
          LLMs and large language models => large language models
          random forests => random forest
          REST APIs => REST API
          machine-learning models => machine learning
          scikit-learn and sklearn => scikit-learn
          scikit learn => scikit-learn
          time-series analysis => time series forecasting
          PySpark/Docker/Git => Apache Spark, Docker, Git
          Python/SQL/Tableau (Git) => Python, SQL, Tableau, Git
          CI / CD and CI/CD => CI/CD
          A/B tests and A / B testing => A/B testing
          Python 3 => Python
          Python3 => Python
          Python 3.11 => Python
          PYTHON and python => Python
          data visualisation => data visualization
          predictive modelling => predictive modeling
          query optimisation => query optimization
          Postgres/PostgreSQL => PostgreSQL
          k8s => Kubernetes
          Python's standard library => Python
          Send it to python@fernhill.test and wait => nothing
          See https://fernhill.test/python/docker for more => nothing
          See www.python.org for more => nothing
          Maps drawn with draw.io => draw.io
          Kubernetes, Docker etc. => Kubernetes, Docker
          “Python” and ‘SQL’ => Python, SQL
          ML-Ops and MLOps => MLOps
          GCP (Google Cloud Platform) => Google Cloud Platform
          """)
  void findsWhatIsMeant(String words, String expected) {
    assertThat(Reading.names("Requirements:\n- " + words)).isEqualTo(expected);
  }
}
