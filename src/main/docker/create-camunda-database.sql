-- Camunda's secondary storage lives beside gridloop's database, never inside it.
CREATE DATABASE camunda;
