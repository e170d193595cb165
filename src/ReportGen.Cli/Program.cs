Console.WriteLine("reportgen");
return 0;
